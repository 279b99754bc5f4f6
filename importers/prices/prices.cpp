#include "importers/prices/prices.h"

#include <set>

#include "engine/scenario/cost/price_faults.h"
#include "importers/park_folder/described_csv.h"

namespace parktwin::importers {

std::vector<costs::Price> read_prices(const std::filesystem::path& file) {
  Problems problems;
  std::vector<costs::Price> prices = read_described_csv<costs::Price>(file, problems);
  std::set<std::string> items;
  for (std::size_t i = 0; i < prices.size(); ++i) {
    const std::string row = fmt::format("row {}", i + 2);
    const costs::Price& price = prices[i];
    if (!price.item.empty() && !items.insert(price.item).second) {
      problems.add(file.string(), row, fmt::format("item: found \"{}\" again, expected each item once", price.item));
    }
    if (price.change.empty()) continue;
    for (const auto& fault : costs::faults_of(price)) problems.add(file.string(), row, fault.field + ": " + fault.message);
  }
  problems.throw_if_any();
  return prices;
}

}  // namespace parktwin::importers
