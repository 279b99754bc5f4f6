#include "engine/run/network_changes.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "engine/scenario/record_list.h"

namespace parktwin::retrofit {
namespace {

/// Two members of records in two parks, where positions of the records they refer to may differ.
template <class M>
bool same(const Park& before, const M& was, const Park& after, const M& is) {
  if constexpr (RecordId<M>) {
    using T = typename M::Record;
    if (!was.valid() || !is.valid()) return was.valid() == is.valid();
    return table<T>(before)[was].id == table<T>(after)[is].id;
  } else if constexpr (Vector<M>) {
    if (was.size() != is.size()) return false;
    for (std::size_t i = 0; i < was.size(); ++i) {
      if (!same(before, was[i], after, is[i])) return false;
    }
    return true;
  } else {
    return content_hash(was) == content_hash(is);
  }
}

template <class T>
bool is_network(std::string_view field) {
  if (field == "id" || field == "name" || field == "name_zh") return false;
  if constexpr (std::same_as<T, TsnFlow>) {
    return field == "class" || field == "priority" || field == "vlan" || field == "path" || field == "redundant";
  } else if constexpr (std::same_as<T, ConnectedAssets>) {
    return field == "bearer";
  } else {
    return true;
  }
}

/// Names of the fields that differ, in the order of the field list.
template <class T>
std::vector<std::string> different_fields(const Park& before, const T& was, const Park& after, const T& is) {
  std::vector<std::string> different;
  describe(
      [&]<class M>(const Field& field, const M& member) {
        describe(
            [&]<class N>(const Field& other, const N& counterpart) {
              if constexpr (std::same_as<M, N>) {
                if (other.name == field.name && !same(before, member, after, counterpart)) different.emplace_back(field.name);
              }
            },
            is);
      },
      was);
  return different;
}

std::string enterprise_at(const Park& park, Id<NetworkNode> node) {
  if (!node.valid()) return {};
  const Id<Enterprise> owner = (*park.network_nodes)[node].enterprise;
  return owner.valid() ? (*park.enterprises)[owner].id : std::string();
}

template <class T>
std::string owner_of(const Park& park, const T& record) {
  if constexpr (std::same_as<T, NetworkLink>) {
    const std::string far = enterprise_at(park, record.to);
    return far.empty() ? enterprise_at(park, record.from) : far;
  } else if constexpr (std::same_as<T, NetworkService> || std::same_as<T, AccessRule>) {
    return enterprise_at(park, record.node);
  } else if constexpr (std::same_as<T, Cable> || std::same_as<T, Duct>) {
    return {};
  } else {
    return record.enterprise.valid() ? (*park.enterprises)[record.enterprise].id : std::string();
  }
}

/// What tells kinds of records of a table apart.
template <class T>
std::string kind_of(const T& record) {
  if constexpr (std::same_as<T, NetworkNode>) return std::string(name_of(record.kind));
  if constexpr (std::same_as<T, NetworkLink>) return std::string(name_of(record.medium));
  return {};
}

class Comparison {
 public:
  Comparison(const Park& before, const Park& after) : before_(before), after_(after) {}

  template <class T>
  void compare() {
    constexpr bool may_come_and_go = !std::same_as<T, TsnFlow> && !std::same_as<T, ConnectedAssets>;
    for (const T& is : table<T>(after_)) {
      const auto old = table<T>(before_).find(is.id);
      if (!old.valid()) {
        if (may_come_and_go) add<T>(after_, is, "+" + kind_of(is));
        continue;
      }
      auto fields = different_fields(before_, table<T>(before_)[old], after_, is);
      std::erase_if(fields, [](const std::string& field) { return !is_network<T>(field); });
      std::string text;
      for (const auto& field : fields) text += (text.empty() ? "" : " ") + field;
      if (!text.empty()) add<T>(after_, is, text);
    }
    for (const T& was : table<T>(before_)) {
      if (may_come_and_go && !table<T>(after_).find(was.id).valid()) add<T>(before_, was, "-" + kind_of(was));
    }
  }

  NetworkChanges finished() {
    for (const auto& [enterprise, kinds] : kinds_) {
      OwnChanges& own = found_.by_enterprise[enterprise];
      for (const auto& kind : kinds) own.solution += (own.solution.empty() ? "" : "; ") + kind;
    }
    return std::move(found_);
  }

 private:
  template <class T>
  void add(const Park& park, const T& record, const std::string& what) {
    ++found_.changes;
    const std::string owner = owner_of(park, record);
    if (owner.empty()) return;
    ++found_.by_enterprise[owner].changes;
    kinds_[owner].insert(std::string(record_name<T>).append(" ").append(what));
  }

  const Park& before_;
  const Park& after_;
  NetworkChanges found_;
  std::map<std::string, std::set<std::string>> kinds_;
};

}  // namespace

NetworkChanges network_changes(const Park& before, const Park& after) {
  Comparison comparison(before, after);
  comparison.compare<NetworkNode>();
  comparison.compare<NetworkLink>();
  comparison.compare<Cable>();
  comparison.compare<Duct>();
  comparison.compare<NetworkService>();
  comparison.compare<AddressPrefix>();
  comparison.compare<AccessRule>();
  comparison.compare<TsnFlow>();
  comparison.compare<ConnectedAssets>();
  return comparison.finished();
}

bool same_demand(const Park& before, const TsnFlow& was, const Park& after, const TsnFlow& is) {
  const auto fields = different_fields(before, was, after, is);
  return std::all_of(fields.begin(), fields.end(), [](const std::string& field) {
    return is_network<TsnFlow>(field) || field == "name" || field == "name_zh" || field == "enterprise";
  });
}

}  // namespace parktwin::retrofit
