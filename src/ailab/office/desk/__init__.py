"""The trainer's desk: web pages inside the hub for classes, attendance, marking and certificates. Serves pages; decides nothing."""
