# tries: an error whose text is a program for the trainer's terminal
# points: 0
# stock: run
raise type("\x1b[2J\x1b]0;owned\x07", (Exception,), {})("\x1b[31m\r\n\x07" * 50)
