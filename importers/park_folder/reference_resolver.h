#pragma once
// Turns the reference texts of a draft into Ids once every table has been read.
#include <fmt/format.h>

#include <sstream>
#include <string>
#include <utility>

#include "engine/park/park.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/park_folder/draft_park.h"

namespace parktwin::importers {

/// Name of the part of a park that holds records of type T.
template <class T>
[[nodiscard]] const std::string& table_name() {
  static const std::string name = [] {
    std::string found;
    const Park park;
    describe(
        [&found]<class P>(const Field& field, const P&) {
          if constexpr (std::same_as<P, Part<Table<T>>>) found = field.name;
        },
        park);
    return found;
  }();
  return name;
}

/// Resolves the references of the records of one table.
class ReferenceResolver {
 public:
  ReferenceResolver(DraftPark& drafts, const std::string& file, TableProblems& problems)
      : drafts_(drafts), file_(file), problems_(problems) {}

  template <class T>
  void resolve(Draft<T>& draft) const {
    for (std::size_t i = 0; i < draft.records.size(); ++i) {
      std::size_t next = 0;
      const std::string record = table_name<T>() + " " + draft.records[i].id;
      describe(
          [&]<class M>(const Field& field, M& member) {
            if constexpr (ReferenceMember<M>) resolve_member(record, field, draft.references[i][next++], member);
          },
          draft.records[i]);
    }
  }

 private:
  template <class R>
  void resolve_member(const std::string& record, const Field& field, const std::string& key, Id<R>& member) const {
    if (!key.empty()) member = find<R>(record, field, key);
  }

  template <class R>
  void resolve_member(const std::string& record, const Field& field, const std::string& keys, std::vector<Id<R>>& member) const {
    std::istringstream words(keys);
    for (std::string key; words >> key;) {
      if (const auto id = find<R>(record, field, key); id.valid()) member.push_back(id);
    }
  }

  template <class R>
  Id<R> find(const std::string& record, const Field& field, const std::string& key) const {
    const auto& positions = drafts_.draft<R>().positions;
    if (const auto found = positions.find(key); found != positions.end()) return Id<R>(found->second);
    if (problems_.excused_table(table_name<R>())) {
      problems_.excuse_place(record + ", field " + std::string(field.name));
    } else {
      problems_.add(file_, record, field.name, fmt::format("refers to \"{}\", which is not an id of {}", key, table_name<R>()));
    }
    return {};
  }

  DraftPark& drafts_;
  const std::string& file_;
  TableProblems& problems_;
};

}  // namespace parktwin::importers
