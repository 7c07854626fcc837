"""Recognizers, one a function: from a stop to what is told about it."""
