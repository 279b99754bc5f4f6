#include "engine/simulators/wired/optical/sentence.h"

#include <cctype>

namespace parktwin::wired::optical {

std::string one_of(const std::vector<std::string>& ways, const std::string& otherwise) {
  if (ways.empty()) return otherwise;
  std::string text;
  for (std::size_t i = 0; i < ways.size(); ++i) text += (i == 0 ? "" : i + 1 == ways.size() ? " or " : ", ") + ways[i];
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text + ".";
}

}  // namespace parktwin::wired::optical
