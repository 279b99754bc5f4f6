#include "importers/park_folder/staged_folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include "engine/core/errors.h"

namespace parktwin::importers {
namespace {

namespace fs = std::filesystem;

/// A hidden name in the same folder, so that renaming never crosses file systems.
fs::path beside(const fs::path& place, const char* suffix) {
  std::string name(1, '.');
  name.append(place.filename().string()).append(suffix);
  return place.parent_path() / name;
}

void check(const fs::path& path, const char* what, const std::error_code& error) {
  if (error) throw OutputError(path.string(), std::string(what) + " (" + error.message() + ")");
}

fs::path normal(fs::path path) {
  path = fs::absolute(path).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

StagedFolder::StagedFolder(fs::path final_place, std::string_view mark)
    : final_place_(normal(std::move(final_place))), staging_(beside(final_place_, ".writing")) {
  std::error_code error;
  const bool there = fs::exists(final_place_, error);
  if (there && !fs::is_directory(final_place_, error)) throw OutputError(final_place_.string(), "is a file, expected a folder or nothing");
  if (there && !fs::is_empty(final_place_, error) && !fs::exists(final_place_ / mark, error)) {
    throw OutputError(final_place_.string(), "holds files but no " + std::string(mark) + "; it is left as it is");
  }
  fs::remove_all(staging_, error);
  fs::create_directories(staging_, error);
  check(final_place_, "the folder cannot be written", error);
}

StagedFolder::~StagedFolder() {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
}

void StagedFolder::write(const std::string& name, const std::string& text) const { write_text_file(staging_ / name, text); }

void StagedFolder::keep_remarks() const {
  std::error_code error;
  if (!fs::is_directory(final_place_, error)) return;
  for (const auto& entry : fs::directory_iterator(final_place_, error)) {
    if (entry.path().extension() != ".md") continue;
    fs::copy_file(entry.path(), staging_ / entry.path().filename(), fs::copy_options::overwrite_existing, error);
    check(entry.path(), "cannot be kept", error);
  }
}

void StagedFolder::commit() {
  keep_remarks();
  const fs::path old = beside(final_place_, ".old");
  std::error_code error;
  fs::remove_all(old, error);
  if (fs::exists(final_place_, error)) {
    fs::rename(final_place_, old, error);
    check(final_place_, "the old folder cannot be replaced", error);
  }
  fs::rename(staging_, final_place_, error);
  if (error) {
    std::error_code ignored;
    fs::rename(old, final_place_, ignored);
  }
  check(final_place_, "the folder cannot be put into its place", error);
  fs::remove_all(old, error);
}

void write_text_file(const fs::path& file, const std::string& text) {
  const auto fail = [&file] { throw OutputError(file.string(), std::string("cannot be written (") + std::strerror(errno) + ")"); };
  std::FILE* stream = std::fopen(file.c_str(), "wb");
  if (stream == nullptr) fail();
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
  const int reason = errno;
  const bool closed = std::fclose(stream) == 0;
  if (!written) errno = reason;
  if (!written || !closed) fail();
}

}  // namespace parktwin::importers
