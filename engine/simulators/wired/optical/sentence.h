#pragma once
// Several ways out, as one sentence.
#include <string>
#include <vector>

namespace parktwin::wired::optical {

/// "A, b or c."; `otherwise` when there are none.
[[nodiscard]] std::string one_of(const std::vector<std::string>& ways, const std::string& otherwise);

}  // namespace parktwin::wired::optical
