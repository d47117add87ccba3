// What Streamlit says by itself, when the connection is lost and to screen readers, is English, and no
// setting changes it.
// Its words are replaced where they appear; our texts (.ttpv) are left alone.
(() => {
  const words = new Map(Object.entries({
    'Connection error': 'Mất kết nối với máy chủ',
    'Connection timed out.': 'Máy chủ trả lời quá lâu. Trang sẽ tự nối lại khi được.',
    'Streamlit server is not responding. Are you connected to the internet?':
      'Máy chủ không trả lời. Trang sẽ tự nối lại khi được; nếu lâu, hãy kiểm tra mạng hoặc báo người quản trị.',
    'Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:':
      'Bảng theo dõi có còn chạy không? Nếu đã dừng, hãy chạy lại bằng lệnh:',
    'streamlit run yourscript.py': 'make run',
    'Bad message format': 'Trang và máy chủ không hiểu nhau; hãy tải lại trang',
    'Connecting': 'Đang kết nối',
    'Connecting to Streamlit server': 'Đang kết nối với máy chủ',
    'Unable to connect to Streamlit server': 'Không kết nối được với máy chủ',
    'Close': 'Đóng',
    'Choose date': 'Chọn ngày',
    'Clear value': 'Bỏ lựa chọn',
    'Open': 'Mở danh sách',
    'Sidebar': 'Thanh bên',
    'App pages': 'Các trang',
    'Collapse sidebar': 'Ẩn thanh bên',
    'Expand sidebar': 'Hiện thanh bên',
    'Link to heading': 'Liên kết tới đề mục',
    'file upload': 'Tải tệp lên',
    'Failed to generate file for download': 'Chưa tạo được tệp; lý do hiện trên trang.',
    'Request timed out': 'Máy chủ tạo tệp quá lâu; hãy thử lại.',
    'Connection closed': 'Mất kết nối với máy chủ; hãy thử lại.',
  }));
  const refused = 'Connection failed with status';
  // How labels for screen readers begin.
  const beginnings = Object.entries({
    'Help for ': 'Giải thích: ', 'day, ': 'ngày, ', 'month, ': 'tháng, ', 'year, ': 'năm, ',
  });
  const startOver = (text) => beginnings.filter(([english]) => text.startsWith(english))
    .map(([english, ours]) => ours + text.slice(english.length))[0];
  const find = (text) => words.get(text.trim())
    ?? (text.startsWith(refused) ? text.replace(refused, 'Máy chủ từ chối kết nối, mã') : undefined);
  const translate = (node) => {
    const found = find(node.data);
    if (found !== undefined) node.data = found;
  };
  const relabel = (element) => {
    const label = find(element.ariaLabel ?? '') ?? startOver(element.ariaLabel ?? '');
    if (label !== undefined) element.setAttribute('aria-label', label);
  };
  const translateAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translate(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    relabel(root);
    root.querySelectorAll('[aria-label]').forEach(relabel);
    if (root.closest('.ttpv, script, style')) return;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translate(texts.currentNode);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') translate(change.target);
      if (change.type === 'attributes') relabel(change.target);
      change.addedNodes.forEach(translateAll);
    }
  }).observe(document.documentElement, {
    childList: true, characterData: true, subtree: true, attributeFilter: ['aria-label'],
  });
})();
