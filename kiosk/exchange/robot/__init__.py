"""ロボット: types one record at a time into a screen of a system that takes no file, and says what came of it.

Context: a robot is blind: a window that opens beside it gets what was meant for the screen, and a robot that was ended
in the middle does not know what was taken. Typed letter by letter, kanji need a key lent to each of them (X11), and on
a busy machine signs are dropped or doubled without a word: 4 of 10 runs of three people here.
Decision: its hands are two programs (xdotool, xsel). A field is filled through the clipboard, and then asked what
stands in it (all of it selected and copied); only what reads back whole goes on, so that a field that is too short
shows, too.
The clipboard may be read by any program: it is emptied before a field is asked and after it, and what is typed stands
in no list of processes. The title of the window that has the keyboard is looked at before each field and each key; no
window is brought to the front. That it begins is on the disk before its first key; that the system took a record is
said by the title of the window after it, and nothing else. All in between is unknown, and asks a person.
Consequence: between the look at the title and the key another window can still come to the front, and whoever shares
the session can read the clipboard: a robot works on a machine, or in an X session, of its own. Wayland, and other
robots, follow the same two files.
"""
