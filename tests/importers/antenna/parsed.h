#pragma once
// What a parser makes of a text, and what it finds wrong.
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "importers/antenna/measured_pattern.h"
#include "importers/antenna/text_lines.h"

namespace parktwin::importers::testing {

struct Parsed {
  MeasuredPattern pattern;
  std::vector<std::string> problems;  ///< "line 12: …"
};

template <class Parse>
Parsed parsed(Parse parse, const std::string& text) {
  Problems problems;
  const std::string file;
  Parsed result{parse(lines_of(text), file, problems), {}};
  for (const auto& problem : problems.list()) result.problems.push_back(to_string(problem));
  return result;
}

/// `text` with its only occurrence of `old_text` replaced.
inline std::string replaced(std::string text, const std::string& old_text, const std::string& new_text) {
  const auto at = text.find(old_text);
  if (at == std::string::npos || text.find(old_text, at + 1) != std::string::npos) return "not exactly one: " + old_text;
  return text.replace(at, old_text.size(), new_text);
}

}  // namespace parktwin::importers::testing
