"""Trains the reader's weights from the data folder; `python -m training --help` lists the steps."""
