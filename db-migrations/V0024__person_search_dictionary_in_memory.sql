-- Each node holds the dictionary of names in its memory and compares a misspelt word with all of it there, so its keys by
-- spelling and by sound are looked up no more.
DROP TABLE search_near;
DROP TABLE search_sound;
