#include "engine/scenario/inheritance.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

namespace parktwin {
namespace {

namespace fs = std::filesystem;

const Field based_on{"based_on", "", ""};

/// One name for a file, however it is reached.
std::string key_of(const fs::path& file) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(file, error);
  return (error ? fs::absolute(file).lexically_normal() : whole).string();
}

class Descent {
 public:
  explicit Descent(Problems& problems) : problems_(problems) {}
  [[nodiscard]] std::vector<InheritedFile> finished() { return std::move(files_); }

  std::size_t read(const fs::path& path) {
    const std::string key = key_of(path);
    InheritedFile file{path, yaml::read_document(path), {}};
    trail_.push_back({key, file.document.file});
    std::set<std::string> named;
    for (const YAML::Node& entry : entries_of(file.document)) {
      const fs::path parent = (path.parent_path() / entry.Scalar()).lexically_normal();
      const std::string parent_key = key_of(parent);
      if (!named.insert(parent_key).second) {
        yaml::refuse(entry, based_on, "each file once", file.document.file, problems_);
      } else if (const auto known = known_.find(parent_key); known != known_.end()) {
        file.parents.push_back(known->second);
      } else if (may_descend(entry, parent, parent_key, file.document.file)) {
        file.parents.push_back(read(parent));
      }
    }
    trail_.pop_back();
    files_.push_back(std::move(file));
    return known_[key] = files_.size() - 1;
  }

 private:
  struct Step {
    std::string key;
    std::string name;
  };

  /// Entries that name a file. What else is wrong with the list is reported by the reader of the head.
  static std::vector<YAML::Node> entries_of(const yaml::Document& document) {
    std::vector<YAML::Node> entries;
    const YAML::Node list = document.root.IsMap() ? document.root["based_on"] : YAML::Node(YAML::NodeType::Undefined);
    if (!list.IsDefined() || !list.IsSequence()) return entries;
    for (const auto& entry : list) {
      if (entry.IsScalar() && !entry.Scalar().empty()) entries.push_back(entry);
    }
    return entries;
  }

  bool may_descend(const YAML::Node& entry, const fs::path& parent, const std::string& key, const std::string& file) {
    const auto met = std::find_if(trail_.begin(), trail_.end(), [&key](const Step& step) { return step.key == key; });
    if (met != trail_.end()) {
      std::string circle;
      for (auto step = met; step != trail_.end(); ++step) circle += step->name + " -> ";
      problems_.add(file, yaml::place_of(entry),
                    "based_on: found the circle " + circle + met->name + ", expected files that are not based on this one");
      return false;
    }
    std::error_code error;
    if (fs::is_regular_file(parent, error)) return true;
    problems_.add(file, yaml::place_of(entry),
                  "based_on: found " + yaml::found(entry) + ", expected a scenario file, but there is none at " + parent.string());
    return false;
  }

  Problems& problems_;
  std::vector<InheritedFile> files_;
  std::map<std::string, std::size_t> known_;
  std::vector<Step> trail_;
};

}  // namespace

std::vector<InheritedFile> read_with_parents(const fs::path& file, Problems& problems) {
  Descent descent(problems);
  descent.read(file);
  return descent.finished();
}

}  // namespace parktwin
