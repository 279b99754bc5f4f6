#pragma once
// The unified social credit code of organisations in China (统一社会信用代码): 18 characters of digits and capitals without I, O, S, V, Z,
// the last one a check character (GB 32100-2015: weights 3^(i−1) mod 31, C18 = 31 − Σ Ci·Wi mod 31, 31 being 0).
#include <optional>
#include <string>
#include <string_view>

namespace parktwin::importers {

/// Upper case, half-width, without blanks and hyphens, as registries write it in all these ways.
[[nodiscard]] std::string tidy_credit_code(std::string_view text);

/// The last character that belongs to the first 17; none when they are not 17 characters of the set.
[[nodiscard]] std::optional<char> check_character(std::string_view first_17);

/// Why a tidy text is no credit code ("found 17 characters, expected 18"), or none.
[[nodiscard]] std::optional<std::string> fault_of_credit_code(std::string_view code);

}  // namespace parktwin::importers
