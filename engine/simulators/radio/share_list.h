#pragma once
// Radio cells with a share each, as the text of a note: the largest first, the many that remain as a number.
#include <string>
#include <vector>

namespace parktwin::radio {

struct NamedShare {
  std::string name;
  double share = 0.0;
};

inline constexpr std::size_t most_named = 8;

/// "C-2 (31.0 %), C-5 (4.2 %) and 3 more"; equal shares in the order given.
[[nodiscard]] std::string share_list(std::vector<NamedShare> shares);

}  // namespace parktwin::radio
