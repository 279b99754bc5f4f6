#include "engine/simulators/radio/share_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace parktwin::radio {

std::string share_list(std::vector<NamedShare> shares) {
  std::ranges::stable_sort(shares, std::ranges::greater(), &NamedShare::share);
  std::string text;
  for (std::size_t i = 0; i < std::min(shares.size(), most_named); ++i) {
    text += fmt::format("{}{} ({:.1f} %)", i == 0 ? "" : ", ", shares[i].name, 100.0 * shares[i].share);
  }
  if (shares.size() > most_named) text += fmt::format(" and {} more", shares.size() - most_named);
  return text;
}

}  // namespace parktwin::radio
