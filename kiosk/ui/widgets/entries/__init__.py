"""What one types or chooses into, one kind of entry per kind of value.

Context: fourteen value types, but only four ways to give one: type it, choose one, choose several, compose an address.
Decision: four entries with the same signals (`said` words, `put` a value, `entered` Enter was pressed) and one
`render(view)`; which type uses which entry is one table in `question_field`.
Consequence: a new value type is one line, and an entry never knows which question it serves.
"""
