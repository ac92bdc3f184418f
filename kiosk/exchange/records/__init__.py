"""The record of an application, its CSV and GIF XML renderings, its checks, and the 転出証明書 extract that comes in.

Context: 標準準拠システム store names, house numbers and 方書 full-width with U+3000 between the parts of a name; GIF
wants half-width and U+0020; a CSV wants a header that the receiver chooses.
Decision: the record keeps the values as they were declared; every conversion happens in the rendering. Only facts that
a box or a rule used are in it, and 個人番号, 住民票コード and 基礎年金番号 have no field at all.
What comes in is read by one reading of rows (`row_facts`), for the paper of one household (`extract`) and for the
city's own register of any length (`register`); which column is which fact is data beside one another.
A receiver that refuses after the visit helps nobody: `limits` turns the columns into what each fact may be at most, and
a desk refuses at once; `early` makes and checks the finished records before the confirmation, as the courier will.
Consequence: the same record gives the same bytes, so a digest identifies it, and a second rendering never disagrees.
"""
