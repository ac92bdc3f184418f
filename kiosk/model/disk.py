"""What a disk said when a file or a folder could not be used, in the words of the office."""

import errno

_SAID = {
    errno.EEXIST: "同じ名前のファイルがあります",
    errno.ENOTDIR: "フォルダーではなくファイルがあります",
    errno.EISDIR: "ファイルではなくフォルダーがあります",
    errno.ENOENT: "見つかりません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "権限がありません",
    errno.EROFS: "書き込みできない場所です",
    errno.ENOSPC: "空きがありません",
    errno.EDQUOT: "割り当てられた空きがありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクをたどれません",
    errno.EIO: "読み書きの途中で機器が失敗しました",
    errno.ESTALE: "共有フォルダーの接続が切れています",
    errno.EHOSTDOWN: "共有フォルダーの接続が切れています",
    errno.ETIMEDOUT: "返事がありません",
}


def disk_words(error: OSError) -> str:
    """Why, without a full stop; what is not in the list is told by its number, which staff can look up."""
    return _SAID.get(error.errno or 0, f"機器からのエラー番号 {error.errno}")
