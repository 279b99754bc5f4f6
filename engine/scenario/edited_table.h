#pragma once
// A table while changes are applied: records keep their slots, so that Ids stay right until all changes are done. Nothing is copied
// before the first write.
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

template <class T>
class EditedTable {
 public:
  /// The original must outlive the edited table.
  explicit EditedTable(const Table<T>& original) : original_(original) {}

  /// By slot; those that were removed are still there.
  [[nodiscard]] const std::vector<T>& records() const { return edited_ ? records_ : original_.records(); }
  [[nodiscard]] bool removed(std::size_t slot) const { return edited_ && removed_[slot]; }
  [[nodiscard]] bool edited() const { return edited_; }
  [[nodiscard]] bool shrunk() const { return shrunk_; }

  /// Slot as an Id; empty when there is no such record or it was removed.
  [[nodiscard]] Id<T> find(const std::string& key) const {
    if (const Id<T> id = original_.find(key); id.valid() && !removed(id.index())) return id;
    const auto added = added_.find(key);
    return added == added_.end() || removed(added->second.index()) ? Id<T>() : added->second;
  }

  /// Precondition: no record of the table has its id.
  void add(T record) {
    start();
    added_.insert_or_assign(record.id, Id<T>(records_.size()));
    records_.push_back(std::move(record));
    removed_.push_back(false);
  }

  void replace(std::size_t slot, T record) {
    start();
    records_[slot] = std::move(record);
  }

  void remove(std::size_t slot) {
    start();
    removed_[slot] = true;
    shrunk_ = true;
  }

 private:
  void start() {
    if (edited_) return;
    records_ = original_.records();
    removed_.assign(records_.size(), false);
    edited_ = true;
  }

  const Table<T>& original_;
  bool edited_ = false;
  bool shrunk_ = false;
  std::vector<T> records_;
  std::vector<bool> removed_;
  std::unordered_map<std::string, Id<T>> added_;
};

}  // namespace parktwin
