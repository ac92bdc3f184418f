"""Reading aloud without a network: the voices that the machine has, found when somebody asks for one.

Context: who cannot read the glass must hear it, in seven languages, offline, on any counter PC; a voice is a large
package with a licence of its own, and not every city installs one.
Decision: voices are programs of the system and never imported: Open JTalk for Japanese (its own kana reading, clear for
old ears), eSpeak NG for the others, and for Japanese where there is nothing else. A text goes in through a pipe: not as
an argument, which every user of the machine could see, and not as a file. What is read is cut short by whatever is read
next. Readings in brackets are left out.
Consequence: without a voice the key is not there, and nothing else changes; a city adds one with a package.
"""
