// The texts for the stores' pages, `store/LANGUAGE.json` (store/README.md says what each key is for).

// https://developer.chrome.com/docs/webstore says so of the long description.
const LONGEST_DESCRIPTION = 16_000;
// Chrome's form takes it in English only.
const ENGLISH_ONLY = ["single_purpose"];

/** What a language's texts lack, have too much, or say too long, compared with English. */
export function storeTextTroubles(language, text, english) {
  const wanted = Object.keys(english).filter((key) => language === "en" || !ENGLISH_ONLY.includes(key));
  const differ = (where, expected, found) => [
    ...expected.filter((key) => !found.includes(key)).map((key) => `${where}: "${key}" is missing`),
    ...found.filter((key) => !expected.includes(key)).map((key) => `${where}: "${key}" is not in English`),
  ];
  const { description = "", screenshots = {} } = text;
  return [
    ...differ(`store/${language}.json`, wanted, Object.keys(text)),
    ...differ(
      `store/${language}.json, screenshots`,
      Object.keys(english.screenshots),
      Object.keys(screenshots),
    ),
    ...(description.length > LONGEST_DESCRIPTION
      ? [`store/${language}.json: the description is too long`]
      : []),
    ...(/<[a-z]/i.test(description) ? [`store/${language}.json: the description has markup`] : []),
  ];
}
