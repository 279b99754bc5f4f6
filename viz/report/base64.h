#pragma once
// Bytes as Base64 text (RFC 4648, section 4), for pictures inside a page.
#include <string>
#include <string_view>

namespace parktwin::viz::report {

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace parktwin::viz::report
