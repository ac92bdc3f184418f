"""What follows from facts: rule language, book of rules, plan, open questions and filled forms; no clock, no files."""
