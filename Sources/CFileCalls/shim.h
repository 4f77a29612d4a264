#ifndef TIAOWEN_CFILECALLS_SHIM_H
#define TIAOWEN_CFILECALLS_SHIM_H

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>

/// Has the system begin to write what a file has in memory, without waiting.
///
/// The headers that Swift reads leave `sync_file_range` out.
static inline void tiaowen_begin_flush(int descriptor) {
  // SYNC_FILE_RANGE_WRITE
#ifdef SYS_sync_file_range
  (void)syscall(SYS_sync_file_range, descriptor, 0L, 0L, 2U);
#else
  (void)descriptor;
#endif
}
#endif

#endif
