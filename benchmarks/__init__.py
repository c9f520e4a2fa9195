"""What geungeo costs and promises, measured on whole processes; nothing here is part of the package or a timed test."""
