#pragma once
// The HDF5 C library behind exceptions: handles that close themselves, failures with the library's own reason. The library is not
// thread safe and prints its errors by itself; a Session keeps others out and keeps it quiet.
#include <hdf5.h>

#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace parktwin::storage::hdf5 {

/// A call of the library failed, or the file holds something else than expected.
class Failure : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// "<what>: <innermost message of the library's error stack>".
[[nodiscard]] Failure failure(std::string_view what);

/// Passes a result on unless it says that the call failed.
template <class Result>
Result require(Result result, std::string_view what) {
  if (result < 0) throw failure(what);
  return result;
}

/// Owns one identifier of any kind.
class Handle {
 public:
  Handle() = default;
  /// Throws Failure when the identifier says that the call that made it failed.
  Handle(hid_t id, std::string_view what) : id_(require(id, what)) {}
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      id_ = std::exchange(other.id_, H5I_INVALID_HID);
    }
    return *this;
  }
  [[nodiscard]] hid_t get() const { return id_; }
  void reset() {
    if (id_ >= 0) H5Idec_ref(id_);
    id_ = H5I_INVALID_HID;
  }

 private:
  hid_t id_ = H5I_INVALID_HID;
};

/// While it lives this thread alone uses the library, and nothing is printed.
class Session {
 public:
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

 private:
  std::unique_lock<std::mutex> lock_;
  H5E_auto2_t printer_ = nullptr;
  void* printer_argument_ = nullptr;
};

}  // namespace parktwin::storage::hdf5
