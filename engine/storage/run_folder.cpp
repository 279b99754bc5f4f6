#include "engine/storage/run_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

#include "engine/core/errors.h"

namespace parktwin::storage {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void fail(const fs::path& path, const std::string& what, int error) {
  throw OutputError(path.string(), what + ": " + reason(error));
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }
  int close() { return ::close(std::exchange(descriptor_, -1)); }

 private:
  int descriptor_;
};

void synchronise_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some network file systems cannot synchronise folders and say EINVAL.
  if (descriptor.get() < 0 || (::fsync(descriptor.get()) != 0 && errno != EINVAL)) fail(folder, "cannot synchronise the folder", errno);
}

/// The place meant, free of links and trailing slashes.
fs::path resolved(const fs::path& target) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(target), error);
  if (error) fail(target, "cannot find the place of the folder", error.value());
  if (!path.has_filename()) path = path.parent_path();
  return path;
}

void require_replaceable(const fs::path& target) {
  std::error_code error;
  const auto status = fs::status(target, error);
  if (status.type() == fs::file_type::not_found) return;
  if (status.type() != fs::file_type::directory) throw OutputError(target.string(), "is not a folder");
  if (fs::is_empty(target, error) || error) return;
  if (!fs::exists(target / "results.h5", error)) {
    throw OutputError(target.string(), "holds files but no saved run; name another folder, or empty this one");
  }
}

bool is_alive(const std::string& process) {
  pid_t id = 0;
  const auto [end, error] = std::from_chars(process.data(), process.data() + process.size(), id);
  if (error != std::errc{} || end != process.data() + process.size() || id <= 0) return true;  // not one of ours
  return id != ::getpid() && (::kill(id, 0) == 0 || errno != ESRCH);
}

void remove_stale(const fs::path& target) {
  const std::string prefix = target.filename().string() + ".partial-";
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(target.parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix) && !is_alive(name.substr(prefix.size()))) fs::remove_all(entry.path(), error);
  }
}

/// For file systems that cannot exchange: two renames, undone when the second fails.
int exchange_in_steps(const fs::path& fresh, const fs::path& target) {
  const fs::path old = fresh.string() + "-old";
  if (::rename(target.c_str(), old.c_str()) != 0) return errno;
  if (::rename(fresh.c_str(), target.c_str()) != 0) {
    const int error = errno;
    ::rename(old.c_str(), target.c_str());
    return error;
  }
  return ::rename(old.c_str(), fresh.c_str()) == 0 ? 0 : errno;
}

bool unsupported(int error) { return error == EINVAL || error == ENOSYS || error == ENOTSUP; }

/// 0 or an error number. Afterwards `fresh` is the old folder or is gone.
int swap_in(const fs::path& fresh, const fs::path& target) {
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (unsupported(errno)) {
    if (fs::exists(target)) return exchange_in_steps(fresh, target);
  } else if (errno != ENOENT) {
    return errno;
  }
  return ::rename(fresh.c_str(), target.c_str()) == 0 ? 0 : errno;
}

}  // namespace

RunFolder::RunFolder(const fs::path& target)
    : target_(resolved(target)), partial_(target_.string() + fmt::format(".partial-{}", ::getpid())) {
  require_replaceable(target_);
  std::error_code error;
  fs::create_directories(target_.parent_path(), error);
  if (error) fail(target_.parent_path(), "cannot make the folder", error.value());
  remove_stale(target_);
  if (::mkdir(partial_.c_str(), 0777) != 0) fail(partial_, "cannot make the folder", errno);
}

RunFolder::~RunFolder() {
  std::error_code error;
  if (!committed_) fs::remove_all(partial_, error);
}

void RunFolder::write(const std::string& name, std::span<const std::byte> content) {
  const fs::path path = partial_ / name;
  const fs::path final_path = target_ / name;
  if (path.parent_path() != partial_) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) fail(final_path.parent_path(), "cannot make the folder", error.value());
  }
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.get() < 0) fail(final_path, "cannot create the file", errno);
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(final_path, "cannot write the file", errno);
    content = content.subspan(static_cast<std::size_t>(written));
  }
  if (::fsync(file.get()) != 0) fail(final_path, "cannot write the file", errno);
  if (file.close() != 0) fail(final_path, "cannot write the file", errno);
}

void RunFolder::commit() {
  for (const auto& entry : fs::recursive_directory_iterator(partial_)) {
    if (entry.is_directory()) synchronise_folder(entry.path());
  }
  synchronise_folder(partial_);
  if (const int error = swap_in(partial_, target_); error != 0) fail(target_, "cannot put the folder in its place", error);
  committed_ = true;
  synchronise_folder(target_.parent_path());
  std::error_code ignored;  // what is left of the old run goes with the next save
  fs::remove_all(partial_, ignored);
}

}  // namespace parktwin::storage
