#pragma once
// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
#include <cstddef>
#include <string>
#include <string_view>

namespace parktwin {

/// Position of the first byte that is not part of a well-formed sequence, or is NUL; npos when the text is good.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

/// At most `bytes` bytes of a well-formed text, cut between characters; "…" is appended where something was left out.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

}  // namespace parktwin
