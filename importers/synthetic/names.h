#pragma once
// Invented names in English and Chinese from word lists: streets and enterprises. Enterprises carry the invented town's name in Chinese and
// brands from uncommon pairs of syllables, so that none is meant to be a real company.
#include <set>
#include <string>
#include <vector>

#include "engine/park/enterprise.h"
#include "importers/synthetic/draws.h"
#include "importers/synthetic/plan.h"

namespace parktwin::importers::synthetic {

struct Name {
  std::string english;
  std::string chinese;
};

inline constexpr const char* town_english = "Lanting";
inline constexpr const char* town_chinese = "澜汀";

/// Gives every street a name, unique among all of them; pieces of one arterial on the same line share it with "North" added.
void name_streets(std::vector<Street>& streets, std::uint64_t seed);

/// Hands out unique enterprise names.
class EnterpriseNames {
 public:
  explicit EnterpriseNames(std::uint64_t seed) : draws_(seed, Topic::names, 1) {}
  /// A full company name fitting the sector, and its brand.
  [[nodiscard]] Name next(Sector sector);
  /// The brand of the last name: the part that labels its buildings.
  [[nodiscard]] const Name& brand() const { return brand_; }

 private:
  Draws draws_;
  Name brand_;
  std::set<std::string> english_taken_;
  std::set<std::string> chinese_taken_;
};

}  // namespace parktwin::importers::synthetic
