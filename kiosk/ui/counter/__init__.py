"""The clerk's window: interview beside the living paper, then plan, check, sign and done.

Context: a visit is short, interrupted and spoken aloud; the clerk looks at the resident, not at the keyboard.
Decision: one window, five numbered steps, one primary action at the bottom right of each; F-keys reach everything and
Enter always goes to the next open question. Help, card reader, extract and paper share the right half.
A view is made when a visit first reaches it (`step_views`), and a drawer when it is first opened: the start page is
drawn from plain data (words, names of events) while rules, forms and the store are still being opened on other threads;
what is chosen before they are there waits with a word on the page.
The start page is the desk's home: new visits at the left, the day and the search at the right. Between two visits
nothing is kept in the window; during one, every action leaves its state with the host, which writes the newest to the
store, one at a time (kiosk.ui.autosave): a window that is killed loses at most the last key, and the next one offers
the visit.
Who is here stands above every step (`household_strip`): one row, always as high, a zone of its own that Tab passes by
and Ctrl+F6 reaches (`zones`). What has no room there is behind a number, never in a wider window or a second row.
The check is one grid under the list of what is left (`check_view`, `check_grid`): members across, facts down, changed
in the cell (`cell_editor`), so that a clerk sees members beside one another and leaves the page for nothing.
The city's register is a drawer (`register_panel`, Shift+F3): what for, who, which of the household; closed, taken or
with another person at the counter it holds nobody any more.
The last page ends a visit in this order: paper (`print_panel`: one key, true states, a reason before anything is
printed twice), money (`bill_panel`), what is still open, and what is rare below (saving, correcting, taking back).
Consequence: the visit is complete by keyboard alone and by mouse alone, and no step hides another resident's data.
"""
