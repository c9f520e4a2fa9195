"""What things are: vocabulary, shapes, records, IRIs, errors."""
