"""The reviewed tables of the loaders: words of the genre, and the register of laws."""
