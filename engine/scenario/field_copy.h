#pragma once
// Copies named fields between two records of one type.
#include <algorithm>
#include <string>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/describe.h"

namespace parktwin {

/// Gives `target` the named fields of `source`; says whether any of them was different. Precondition: every name is a field of T.
template <Described T>
bool copy_fields(const T& source, T& target, const std::vector<std::string>& names) {
  std::vector<const void*> members;
  describe([&members](const Field&, const auto& member) { members.push_back(&member); }, source);
  std::size_t position = 0;
  std::size_t copied = 0;
  bool differs = false;
  describe(
      [&]<class M>(const Field& field, M& member) {
        const M& given = *static_cast<const M*>(members[position++]);
        if (std::find(names.begin(), names.end(), field.name) == names.end()) return;
        ++copied;
        differs = differs || !(member == given);
        member = given;
      },
      target);
  PARKTWIN_CHECK(copied == names.size(), "a field that the record does not have");
  return differs;
}

}  // namespace parktwin
