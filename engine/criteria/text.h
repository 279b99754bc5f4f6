#pragma once
// A text for readers, in English and in Chinese.
#include <string>

#include "engine/core/describe.h"

namespace parktwin::criteria {

struct Text {
  std::string en;
  std::string zh;

  [[nodiscard]] bool empty() const { return en.empty() && zh.empty(); }
  friend bool operator==(const Text&, const Text&) = default;
};

template <class Visitor, DescribedAs<Text> Self>
void describe(Visitor&& visit, Self& text) {
  visit(Field{.name = "en", .unit = "", .meaning = "English", .required = true}, text.en);
  visit(Field{.name = "zh", .unit = "", .meaning = "Chinese", .required = true}, text.zh);
}

}  // namespace parktwin::criteria
