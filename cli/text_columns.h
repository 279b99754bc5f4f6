#pragma once
// Texts in columns of a terminal, where East Asian wide characters take two.
#include <cstddef>
#include <string>
#include <string_view>

namespace parktwin::cli {

/// Columns a UTF-8 text takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Cut to at most `width` columns, ending in "…" when something was cut; never inside a character.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

/// Filled up to `width` columns with spaces behind or before; longer ones stay whole.
[[nodiscard]] std::string left(std::string text, std::size_t width);
[[nodiscard]] std::string right(std::string text, std::size_t width);

}  // namespace parktwin::cli
