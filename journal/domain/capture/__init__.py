"""What a sentence of hers says, in French or English: `sentence.read` takes it apart, the other files each know one
thing. Nothing here knows the journal: whom and what it holds is handed in (`Known`)."""
