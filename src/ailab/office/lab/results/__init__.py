"""What came back from a centre: results in words, feedback pages, certificates."""
