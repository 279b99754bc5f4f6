#pragma once
// The text of a small file as numbered lines and words, and numbers as they are written there.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parktwin::importers {

struct TextLine {
  std::size_t number = 0;  ///< from 1
  std::string_view text;   ///< without spaces at its ends; never empty
};

/// Lines that hold something. The views point into `text`.
[[nodiscard]] std::vector<TextLine> lines_of(std::string_view text);
/// "line 12".
[[nodiscard]] std::string place_of(const TextLine& line);
/// Separated by spaces, tabs, commas or semicolons.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
/// The word as a number; none when it is not finite or more than a number.
[[nodiscard]] std::optional<double> number_of(std::string_view word);
/// The number a word begins with, and what follows it.
[[nodiscard]] std::optional<double> leading_number(std::string_view word, std::string_view& rest);
[[nodiscard]] std::string upper_case(std::string_view text);
/// In quotation marks, shortened, with ? for bytes that may not be printable.
[[nodiscard]] std::string shown_text(std::string_view text);
/// Position of the first byte no text file has (control characters other than tab, line ends, form feed and a final Ctrl-Z), else npos.
[[nodiscard]] std::size_t first_control_byte(std::string_view text);

}  // namespace parktwin::importers
