"""Everything learners never import: authors, graders, the office, operators and trainers."""
