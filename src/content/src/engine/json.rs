//! Just enough of a JSON writer for the status: what stands between the values is written as it is, and a general writer would
//! weigh more than all that is told.

#[derive(Default)]
pub(super) struct Json(String);

impl Json {
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// JSON as it is: names and brackets.
    pub(super) fn raw(&mut self, json: &str) -> &mut Self {
        self.0.push_str(json);
        self
    }

    /// A comma, unless a list has just begun.
    pub(super) fn comma(&mut self) -> &mut Self {
        let sign = if self.0.ends_with('[') { "" } else { "," };
        self.raw(sign)
    }

    /// `json`, then the text as a string.
    pub(super) fn text(&mut self, json: &str, text: &str) -> &mut Self {
        self.raw(json);
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                _ => self.0.push(if c < ' ' { ' ' } else { c }),
            }
        }
        self.raw("\"")
    }

    /// `json`, then the number.
    pub(super) fn number(&mut self, json: &str, number: i32) -> &mut Self {
        self.raw(json).raw(&number.to_string())
    }

    /// `json`, then hundredths as a number between 0 and 1.
    pub(super) fn share(&mut self, json: &str, hundredths: u8) -> &mut Self {
        self.raw(json);
        match hundredths {
            100.. => self.raw("1"),
            0..10 => self.number("0.0", hundredths.into()),
            10..100 => self.number("0.", hundredths.into()),
        }
    }
}
