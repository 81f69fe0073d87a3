document.documentElement.dataset.state = 'empty';
