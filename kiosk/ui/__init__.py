"""What people see and touch: the counter window, its widgets, its words and its colours.

Context: a clerk works here all day with a keyboard, a resident looks on; the rules of a visit change more often
than the glass does, and the glass (Qt) must never decide anything.
Decision: QtWidgets (138 ms to the first frame, 0.2 ms a key, measured without a GPU). A screen has one `render(page)`
and one signal `acted(action)`; everything outside stands in `ports` as a Protocol and comes in through one `Kit`. All
words live in `assets/words/ja.ftl`, all colours and sizes in `tokens`; there is no style sheet (`native` says why),
Qt tells every widget of another font or palette. Text is drawn by our own label, because Qt drops variation selectors
and BIZ UD fonts have no line gap. Nothing is modal, nothing is disabled: a button that cannot act yet says what is
missing. The key bar and the header grow half as fast as the text, so that a page remains at the largest size. F12
leaves a visit at the second press in a row, without a dialog or a timer, and clears the glass. F11 hands over to a
clerk in the same words for every reason: who looks on may be the person somebody hides from.
Who may see a desk at all is decided at its door (`staff`), around whatever window stands behind it.
Consequence: every screen can be grabbed and tested from hand-written pages, the same visit runs without a
window, and a slow reader or printer (own thread, see `jobs`) never stops the event loop.
"""
