"""The grading engine: warm forks in a sandbox, checks outside, one writer.

submitted/ ─ sanitize ─▶ drive: cells in the sandbox, checks asked from here ─▶ grade ─▶ one writer
"""
