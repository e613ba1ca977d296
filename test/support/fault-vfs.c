/*
 * SQLite's default file system, except that one operation goes wrong. A loadable extension: whoever loads it once has every
 * database that the process opens later on top of it.
 *
 * Operations that change a file are counted from 1: W write, S sync, T truncate, D delete; P is a write of a page of zeros,
 * as the write-ahead log is made long with. The environment says what happens:
 *
 *   JAMJET_FAULT_AT     the operation that goes wrong; none where it is missing
 *   JAMJET_FAULT_MODE   kill: SIGKILL instead of it       torn: half of the write, then SIGKILL
 *                       ioerr, full, fsync: it is not done, and SQLite is told SQLITE_IOERR, SQLITE_FULL, SQLITE_IOERR_FSYNC
 *   JAMJET_FAULT_TRACE  a file that gets the letter of each operation
 */
#include "sqlite3ext.h"
SQLITE_EXTENSION_INIT1
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct { sqlite3_file base; sqlite3_file *real; } File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static sqlite3_io_methods faulty_methods;
static long done = 0, at = -1;
static const char *mode = "kill";
static int trace = -1;

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* Counts an operation; gives the code that SQLite is told, or SQLITE_OK where the operation is to be done. */
static int passes(char letter) {
  done += 1;
  if (trace >= 0 && write(trace, &letter, 1) != 1) die();
  if (done != at) return SQLITE_OK;
  if (!strcmp(mode, "ioerr")) return SQLITE_IOERR;
  if (!strcmp(mode, "full")) return SQLITE_FULL;
  if (!strcmp(mode, "fsync")) return SQLITE_IOERR_FSYNC;
  die();
  return SQLITE_IOERR;
}

/* The first four bytes of such a page lead to the next one. */
static char letter_of(const unsigned char *bytes, int count) {
  if (count < 512) return 'W';
  for (int i = 4; i < count; i++) if (bytes[i]) return 'W';
  return 'P';
}

#define REAL(file) (((File *)(file))->real)
#define CALL(file, method, ...) REAL(file)->pMethods->method(REAL(file), ##__VA_ARGS__)

static int on_close(sqlite3_file *f) { return CALL(f, xClose); }
static int on_read(sqlite3_file *f, void *to, int count, sqlite3_int64 from) { return CALL(f, xRead, to, count, from); }
static int on_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 to) {
  if (done + 1 == at && !strcmp(mode, "torn")) { CALL(f, xWrite, bytes, count > 1 ? count / 2 : 1, to); die(); }
  int code = passes(letter_of(bytes, count));
  return code == SQLITE_OK ? CALL(f, xWrite, bytes, count, to) : code;
}
static int on_truncate(sqlite3_file *f, sqlite3_int64 size) { int code = passes('T'); return code == SQLITE_OK ? CALL(f, xTruncate, size) : code; }
static int on_sync(sqlite3_file *f, int flags) { int code = passes('S'); return code == SQLITE_OK ? CALL(f, xSync, flags) : code; }
static int on_size(sqlite3_file *f, sqlite3_int64 *size) { return CALL(f, xFileSize, size); }
static int on_lock(sqlite3_file *f, int level) { return CALL(f, xLock, level); }
static int on_unlock(sqlite3_file *f, int level) { return CALL(f, xUnlock, level); }
static int on_check(sqlite3_file *f, int *reserved) { return CALL(f, xCheckReservedLock, reserved); }
static int on_control(sqlite3_file *f, int what, void *arg) { return CALL(f, xFileControl, what, arg); }
static int on_sector(sqlite3_file *f) { return CALL(f, xSectorSize); }
static int on_device(sqlite3_file *f) { return CALL(f, xDeviceCharacteristics); }
static int on_map(sqlite3_file *f, int page, int size, int extend, void volatile **to) { return CALL(f, xShmMap, page, size, extend, to); }
static int on_shm_lock(sqlite3_file *f, int from, int count, int flags) { return CALL(f, xShmLock, from, count, flags); }
static void on_barrier(sqlite3_file *f) { CALL(f, xShmBarrier); }
static int on_unmap(sqlite3_file *f, int delete) { return CALL(f, xShmUnmap, delete); }

static int on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out) {
  File *file = (File *)f;
  (void)vfs;
  file->real = (sqlite3_file *)&file[1];
  int code = real_vfs->xOpen(real_vfs, name, file->real, flags, out);
  file->base.pMethods = file->real->pMethods ? &faulty_methods : 0;
  return code;
}
static int on_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  (void)vfs;
  int code = passes('D');
  return code == SQLITE_OK ? real_vfs->xDelete(real_vfs, name, sync) : code;
}

int sqlite3_faultvfs_init(sqlite3 *database, char **message, const sqlite3_api_routines *api) {
  const char *text;
  (void)database;
  (void)message;
  SQLITE_EXTENSION_INIT2(api);
  if ((text = getenv("JAMJET_FAULT_AT"))) at = atol(text);
  if ((text = getenv("JAMJET_FAULT_MODE"))) mode = text;
  if ((text = getenv("JAMJET_FAULT_TRACE"))) trace = open(text, O_CREAT | O_TRUNC | O_WRONLY, 0644);
  faulty_methods = (sqlite3_io_methods){2, on_close, on_read, on_write, on_truncate, on_sync, on_size, on_lock, on_unlock, on_check, on_control,
    on_sector, on_device, on_map, on_shm_lock, on_barrier, on_unmap, 0, 0};
  real_vfs = sqlite3_vfs_find(0);
  faulty_vfs = *real_vfs;
  faulty_vfs.szOsFile = real_vfs->szOsFile + (int)sizeof(File);
  faulty_vfs.zName = "jamjet-faulty";
  faulty_vfs.pNext = 0;
  faulty_vfs.xOpen = on_open;
  faulty_vfs.xDelete = on_delete;
  sqlite3_vfs_register(&faulty_vfs, 1);
  return SQLITE_OK_LOAD_PERMANENTLY;
}
