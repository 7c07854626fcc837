"""Measurements beside the stock tools, interleaved in one run, told as ratios."""
