"""Files of tables as forms: at the left what the file consists of, at the right the fields of the chosen part.

Nothing here knows what a procedure or a setting is: a part comes with its fields, a field with its way of being filled
in, its choices and what is wrong with it (kiosk.ui.designer.table_ports).
"""
