#include "viz/report/base64.h"

#include <algorithm>
#include <cstdint>

namespace parktwin::viz::report {

std::string base64(std::string_view bytes) {
  static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t first = 0; first < bytes.size(); first += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - first);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) group = group << 8U | (i < count ? static_cast<std::uint8_t>(bytes[first + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) text += i <= count ? letters[group >> (18U - 6U * i) & 63U] : '=';
  }
  return text;
}

}  // namespace parktwin::viz::report
