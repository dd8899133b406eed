// Decomposition for the reading of orders: the browser has the tables.

// Marks are taken away, but for those without which a word is another one: the hamza below, Thai vowels over or under a letter.
const MARKS = /(?![\u0655\u0e31\u0e34-\u0e3a])\p{M}/gu;

export const decompose = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(MARKS, "");
