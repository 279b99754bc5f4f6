#pragma once
// Guesses which known name a mistyped one meant.
#include <span>
#include <string_view>

namespace parktwin {

/// The first known name with the smallest edit distance (transpositions of neighbours count once), if that is at most a third of the
/// length of `name` or 1; otherwise empty.
[[nodiscard]] std::string_view nearest_name(std::string_view name, std::span<const std::string_view> known);

}  // namespace parktwin
