"""Books for those who teach, and pages for parents: from translated Markdown to paper."""

from ailab.office.books.book import Printed, printed_book, printed_books
from ailab.office.books.pages import markdown_tree

__all__ = ["Printed", "markdown_tree", "printed_book", "printed_books"]
