#include "engine/storage/id_positions.h"

#include <vector>

#include "engine/storage/column_layout.h"
#include "engine/storage/hdf5_objects.h"

namespace parktwin::storage {

std::size_t IdPositions::find(const std::string& table, const std::string& id) {
  const Positions& known = positions(table);
  const auto found = known.find(id);
  if (found == known.end()) throw hdf5::Failure("refers to " + table + " " + id + ", which the park does not have");
  return found->second;
}

const IdPositions::Positions& IdPositions::positions(const std::string& table) {
  const auto known = tables_.find(table);
  if (known != tables_.end()) return known->second;
  Positions read;
  const hdf5::Handle park = hdf5::open_group(root_, park_group);
  const hdf5::Handle group = hdf5::open_group(park.get(), table);
  const hdf5::Handle dataset = hdf5::open_dataset(group.get(), "id");
  const std::vector<std::string> texts = hdf5::read_texts(dataset.get());
  for (std::size_t i = 0; i < texts.size(); ++i) read.emplace(texts[i], i);
  return tables_.emplace(table, std::move(read)).first->second;
}

}  // namespace parktwin::storage
